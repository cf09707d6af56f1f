"""The place without a server: one module as a static site, where JupyterLite and Pyodide run in the student's browser."""
