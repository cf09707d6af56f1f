/* A JupyterLab extension written by hand: a bar over each notebook that says where the work lives and hands it out.

   JupyterLab loads this file as it loads what webpack's module federation makes: a container with `init` and `get`. */
(() => {
  const NAME = 'tinytorch-lite';
  const KERNEL = 'python3';
  const SLOW_START = 120; // seconds after which something is wrong, even on a slow line
  let shared;

  /** A module that JupyterLab shares, for example '@lumino/widgets'. */
  async function module(name) {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init(scope) {
      shared = scope;
    },
    async get() {
      const [{ Widget }, { PageConfig }, { IKernelSpecs }] = await Promise.all(
        ['@lumino/widgets', '@jupyterlab/coreutils', '@jupyterlite/kernel'].map(module)
      );
      const base = PageConfig.getBaseUrl();
      const style = document.createElement('link');
      Object.assign(style, { rel: 'stylesheet', href: `${base}extensions/${NAME}/static/bar.css` });
      document.head.append(style);
      const plugins = [
        { id: `${NAME}:kernel`, autoStart: true, requires: [IKernelSpecs], activate: usualKernelName },
        { id: `${NAME}:bar`, autoStart: true, activate: (app) => addBars(app, Widget, PageConfig, base) },
      ];
      const exports = { default: plugins };
      Object.defineProperty(exports, '__esModule', { value: true });
      return () => exports;
    },
  };

  /** Offer Pyodide under the name that notebooks call their kernel by everywhere, so that they come and go unchanged. */
  function usualKernelName(app, specs) {
    const offer = () => {
      const known = specs.specs?.kernelspecs ?? {};
      if (known.python && !known[KERNEL]) {
        const spec = { ...known.python, name: KERNEL, display_name: 'Python 3 (in this browser)' };
        specs.register({ spec, create: specs.factories.get('python') });
      }
    };
    specs.changed.connect(offer);
    offer();
  }

  /** Take this kernel for a notebook that names another one (an environment of some computer), without asking. */
  function chooseKernel(session) {
    const choose = () => {
      if (session.kernelPreference.name !== KERNEL) {
        session.kernelPreference = { ...session.kernelPreference, name: KERNEL };
      }
    };
    session.kernelPreferenceChanged.connect(choose);
    choose();
  }

  function addBars(app, Widget, PageConfig, base) {
    const released = PageConfig.getOption('tinytorchNotebook');
    app.docRegistry.addWidgetExtension('Notebook', {
      createNew(panel, context) {
        const bar = new Bar(context, released);
        const widget = new Widget();
        widget.node.append(bar.node);
        panel.contentHeader.addWidget(widget);
        new ResizeObserver(() => {
          // JupyterLab's layout goes by the minimal height of a widget, not by what is in it.
          widget.node.style.minHeight = `${bar.node.offsetHeight}px`;
          widget.parent?.fit();
        }).observe(bar.node);
        chooseKernel(panel.sessionContext);
        watchSaving(bar, context);
        watchStorage(bar);
        watchPython(bar, panel, base);
        context.ready.then(() => watchRelease(bar, app, context, base, released));
        return widget;
      },
    });
  }

  /** One line of state, the button, and a line for each thing that the student has to know. */
  class Bar {
    constructor(context, released) {
      this.node = document.createElement('section');
      this.node.className = 'tt-bar';
      this.node.setAttribute('aria-label', 'Your work');
      this.node.innerHTML = `
        <div class="tt-line"><span class="tt-where"></span><button type="button" class="tt-download"></button></div>
        <p class="tt-python" role="status"></p>
        <div class="tt-notices" role="alert"></div>`;
      const button = this.node.querySelector('button');
      button.textContent = `Download ${fileName(context.path, released)}`;
      button.addEventListener('click', () => download(context, released));
      this.where('Your work is kept in this browser only. Download a copy before you leave.');
    }

    where(text) {
      this.node.querySelector('.tt-where').textContent = text;
    }

    python(text) {
      this.node.querySelector('.tt-python').textContent = text;
    }

    /** Show `text` under `key`, in place of what was shown under it; nothing if it is empty. */
    notice(key, text, action) {
      const notices = this.node.querySelector('.tt-notices');
      notices.querySelector(`[data-key="${key}"]`)?.remove();
      if (!text) {
        return;
      }
      const line = document.createElement('p');
      line.dataset.key = key;
      line.append(text);
      if (action) {
        const button = document.createElement('button');
        Object.assign(button, { type: 'button', textContent: action.label, onclick: action.run });
        line.append(' ', button);
      }
      notices.append(line);
    }
  }

  /** The name under which a notebook is handed in: also a copy beside the first one is that module's notebook. */
  function fileName(path, released) {
    const name = path.split('/').pop();
    return name.startsWith(`${stem(released)}-new`) ? released : name;
  }

  function stem(name) {
    return name.replace(/\.ipynb$/, '');
  }

  /** Hand out what the page shows, saved or not: it must work even where the browser keeps nothing. */
  function download(context, released) {
    const text = `${JSON.stringify(context.model.toJSON(), null, 1)}\n`;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/x-ipynb+json' }));
    link.download = fileName(context.path, released);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  function watchSaving(bar, context) {
    context.saveState.connect((_, state) => {
      if (state === 'completed') {
        const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
        bar.where(`Saved at ${time}, in this browser only. Download a copy before you leave.`);
        bar.notice('save', '');
      } else if (state === 'failed') {
        bar.notice('save', 'This browser could not save your work: its storage is full or closed. Nothing is lost '
          + 'while this page stays open: download your notebook now.');
      }
    });
  }

  async function watchStorage(bar) {
    try {
      await new Promise((resolve, reject) => {
        const request = indexedDB.open('TinyTorch storage check');
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      });
      await navigator.storage?.persist?.();
    } catch {
      bar.notice('storage', 'This browser keeps nothing after the page is closed (a private window, or its storage is '
        + 'switched off): download your notebook before you close or reload the page.');
    }
  }

  /** Say when Python is ready, again after each restart, and why it does not become so. */
  async function watchPython(bar, panel, base) {
    const missing = await missingFile(base);
    if (missing) {
      bar.notice('python', `Python cannot start: this site lacks ${missing}. Tell your instructor. Your work is safe, `
        + 'and you can download it.');
      return;
    }
    const session = panel.sessionContext;
    let restarting = false;
    session.statusChanged.connect((_, status) => {
      if (restarting && status !== 'restarting') {
        untilReady(bar, session);
      }
      restarting = status === 'restarting';
    });
    await session.ready;
    await untilReady(bar, session);
  }

  async function untilReady(bar, session) {
    const begun = Date.now();
    bar.python('Python is starting in your browser. You can read and write meanwhile; cells wait their turn.');
    const slow = setTimeout(() => bar.notice('python', `Python has not started after ${SLOW_START} seconds. Save and `
      + 'reload the page. If that does not help, download your notebook and tell your instructor.'), 1000 * SLOW_START);
    // The kernel answers anything but code before Python runs.
    await session.session?.kernel?.requestExecute({ code: '', silent: true }).done.catch(() => undefined);
    clearTimeout(slow);
    bar.notice('python', '');
    bar.python(`Python is ready (it took ${Math.round((Date.now() - begun) / 1000)} s to start).`);
    setTimeout(() => bar.python(''), 10_000);
  }

  /** The first of Pyodide's files that the site does not serve. */
  async function missingFile(base) {
    const folder = 'static/pyodide/';
    const lock = await fetch(`${base}${folder}pyodide-lock.json`).then((answer) => answer.json()).catch(() => null);
    if (!lock) {
      return `${folder}pyodide-lock.json`;
    }
    const packages = Object.values(lock.packages).map((each) => each.file_name);
    const names = ['pyodide.js', 'pyodide.asm.js', 'pyodide.asm.wasm', 'python_stdlib.zip', ...packages];
    const answers = await Promise.all(
      names.map((name) => fetch(`${base}${folder}${name}`, { method: 'HEAD' }).catch(() => ({ ok: false })))
    );
    const index = answers.findIndex((answer) => !answer.ok);
    return index < 0 ? null : folder + names[index];
  }

  /** Offer the site's notebook where the student's copy comes from an older release; the copy stays as it is. */
  async function watchRelease(bar, app, context, base, released) {
    const answer = await fetch(`${base}files/${released}`).catch(() => ({ ok: false }));
    if (!answer.ok || fileName(context.path, released) !== released) {
      return;
    }
    const release = await answer.json();
    const mine = new Map(context.model.toJSON().cells.map((cell) => [gradeId(cell), text(cell)]));
    const given = release.cells.filter((cell) => gradeId(cell) && !cell.metadata.nbgrader.solution);
    const changed = given.filter((cell) => mine.get(gradeId(cell)) !== text(cell)).length;
    if (changed) {
      const cells = changed === 1 ? '1 given or test cell differs' : `${changed} given or test cells differ`;
      bar.notice('release', `The notebook of this site is newer than yours (${cells}). Yours is kept, and you can go on `
        + 'with it and hand it in.', { label: 'Open the newer one beside it', run: () => openBeside(app, release, released) });
    }
  }

  async function openBeside(app, release, released) {
    const { contents } = app.serviceManager;
    for (let number = 1; ; number++) {
      const path = `${stem(released)}-new${number > 1 ? number : ''}.ipynb`;
      const there = await contents.get(path).catch(() => null);
      if (!there) {
        await contents.save(path, { type: 'notebook', format: 'json', content: release });
      }
      if (!there || given(there.content) === given(release)) {
        return app.commands.execute('docmanager:open', { path });
      }
    }
  }

  /** The given and test cells of a notebook as one text: two notebooks of one release have the same. */
  function given(notebook) {
    const cells = notebook.cells.filter((cell) => gradeId(cell) && !cell.metadata.nbgrader.solution);
    return JSON.stringify(cells.map((cell) => [gradeId(cell), text(cell)]));
  }

  function gradeId(cell) {
    return cell.metadata?.nbgrader?.grade_id;
  }

  function text(cell) {
    return Array.isArray(cell.source) ? cell.source.join('') : cell.source;
  }
})();
