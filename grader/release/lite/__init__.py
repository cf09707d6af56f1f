"""A module as a static site: JupyterLite and Pyodide run the notebook in the browser."""
