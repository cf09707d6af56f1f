"""The place without a server: a module as a static site, where JupyterLite and Pyodide run in the browser."""
