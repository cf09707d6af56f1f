// The course's JupyterLab extension. It is a federated extension written by hand: JupyterLab's loader
// needs only a container with init() and get(), so there is no build. The server extension puts its
// settings into the page's configuration.
(function () {
  'use strict';

  let shared = {};
  const pageSettings = () => JSON.parse(document.getElementById('jupyter-config-data').textContent).tinytorch || {};

  async function sharedModule(name) {
    const versions = shared[name];
    const factory = await versions[Object.keys(versions)[0]].get();
    return factory();
  }

  // In Binder: a notice above the notebook that does not scroll away, with a download button.
  function notice(Widget, panel, context) {
    const node = document.createElement('section');
    node.className = 'tinytorch-notice';
    node.setAttribute('aria-label', 'This session is temporary');
    const inner = document.createElement('div');
    inner.className = 'tinytorch-notice-inner';
    const text = document.createElement('p');
    text.innerHTML = '<strong>This session is temporary.</strong> Your work is lost when it ends. Download it '
      + 'before you take a break. To continue, start again and drag the file into the file list.';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'jp-mod-styled jp-mod-accept';
    button.textContent = 'Save and download my notebook';
    const state = document.createElement('p');
    state.setAttribute('role', 'status');
    state.textContent = 'Not downloaded yet.';
    button.addEventListener('click', async () => {
      try {
        await context.save();
        await context.download();
        const time = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
        state.textContent = 'Downloaded at ' + time + '.';
      } catch (error) {
        state.textContent = 'The download failed: use File, then Download. (' + error.message + ')';
      }
    });
    context.model.contentChanged.connect(() => {
      if (state.textContent.startsWith('Downloaded at') && !state.textContent.includes('changed')) {
        state.textContent += ' The notebook has changed since.';
      }
    });
    inner.append(text, button, state);
    node.append(inner);
    const widget = new Widget({ node });
    panel.contentHeader.addWidget(widget);
    new ResizeObserver(() => {
      node.style.minHeight = inner.offsetHeight + 'px';
      panel.contentHeader.fit();
    }).observe(inner);
    return widget;
  }

  // nbgrader's dialog says "all the tests" where it means the visible ones.
  function explainValidate(app, hidden) {
    new MutationObserver(() => {
      const message = document.getElementById('validation-message');
      const points = hidden[app.shell.currentWidget && app.shell.currentWidget.title.label];
      if (!message || message.dataset.tinytorch || points === undefined) {
        return;
      }
      message.dataset.tinytorch = 'explained';
      const more = document.createElement('p');
      if (message.classList.contains('validation-success')) {
        message.querySelector('p').textContent = 'All visible tests pass.';
        more.textContent = points + ' points depend on hidden tests, which run when your work is graded.';
        message.append(more);
      } else if (message.classList.contains('validation-failed')) {
        more.textContent = 'These visible tests failed. Hidden tests run when your work is graded.';
        const titles = message.querySelectorAll(':scope > div > p');  // "The following cell failed:"
        const texts = message.querySelectorAll('.jp-RenderedText');  // the task's name and the message, in turn
        titles.forEach((title, i) => {
          title.textContent = texts[2 * i].textContent;
          title.classList.add('tinytorch-task');
          texts[2 * i].remove();
        });
        message.prepend(more);
      }
    }).observe(document.body, { childList: true, subtree: true });
  }

  // nbgrader's Validate is only a button; this adds it to the command palette, for keyboard users.
  function addCommand(app, palette) {
    const button = () => app.shell.currentWidget
      && app.shell.currentWidget.node.querySelector('.validate-button');
    app.commands.addCommand('tinytorch:validate', {
      label: 'Validate the Notebook',
      caption: 'Run the notebook as grading does, and report the visible tests',
      isEnabled: () => Boolean(button()),
      execute: () => button().click()
    });
    palette.addItem({ command: 'tinytorch:validate', category: 'Notebook Operations' });
  }

  // JupyterLab gives a plot no description. Its code has one: the title and the labels of the axes.
  function described(source) {
    const found = pattern => Array.from(source.matchAll(pattern), match => match[2]).join('; ');
    const title = found(/(set_title\(|\btitle\(|\btitle=)\s*f?["']([^"']+)["']/g);
    const across = found(/(set_xlabel\(|\bxlabel\(|\bxlabel=)\s*f?["']([^"']+)["']/g);
    const up = found(/(set_ylabel\(|\bylabel\(|\bylabel=)\s*f?["']([^"']+)["']/g);
    const parts = [title, across && 'across: ' + across, up && 'up: ' + up].filter(Boolean);
    return 'Plot made by the code above' + (parts.length ? ': ' + parts.join('. ') : '') + '.';
  }

  function describePlots(panel) {
    const observer = new MutationObserver(() => {
      for (const image of panel.node.querySelectorAll('.jp-OutputArea-output img:not([alt])')) {
        const cell = panel.content.widgets.find(each => each.node.contains(image));
        image.alt = described(cell ? cell.model.sharedModel.source : '').replaceAll('\\n', ' ');
      }
    });
    observer.observe(panel.node, { childList: true, subtree: true });
    panel.disposed.connect(() => observer.disconnect());
  }

  // JupyterLab adds the kernel's name and version to a notebook that it opens. That alone should not
  // mark the notebook as changed.
  async function staysSaved(context) {
    await context.ready;
    const cells = () => JSON.stringify(context.model.toJSON().cells);
    const opened = cells();
    const settle = () => setTimeout(() => {
      if (cells() === opened) {
        context.model.dirty = false;
      } else {
        context.model.metadataChanged.disconnect(settle);
      }
    });
    context.model.metadataChanged.connect(settle);
    settle();
  }

  // On a phone the file list leaves no room for the notebook, so it starts closed.
  function makeRoom(app) {
    const narrow = window.matchMedia('(max-width: 760px)');
    const collapse = () => {
      if (narrow.matches) {
        app.shell.collapseLeft();
        app.shell.collapseRight();
      }
    };
    narrow.addEventListener('change', collapse);
    app.restored.then(collapse);
  }

  const style = '.tinytorch-task { font-weight: bold; margin-top: 1em }'
    + '.tinytorch-notice { background: var(--jp-layout-color1); color: var(--jp-ui-font-color1);'
    + ' border: 2px solid var(--jp-warn-color0, #b35900); border-left-width: 10px; overflow: hidden }'
    + '.tinytorch-notice-inner { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center;'
    + ' padding: 6px 10px }'
    + '.tinytorch-notice p { margin: 0; flex: 1 1 14em; min-width: 0; line-height: 1.35 }'
    + '.tinytorch-notice p[role=status] { flex: 0 1 auto }'
    + '.tinytorch-notice button { white-space: normal; height: auto; min-height: 28px; line-height: 1.3 }'
    + '.tinytorch-notice button:focus-visible { outline: 3px solid var(--jp-brand-color1); outline-offset: 2px }';

  const plugin = palette => ({
    id: 'tinytorch-workbench:plugin',
    autoStart: true,
    requires: [palette],
    activate: async (app, commands) => {
      const here = pageSettings();
      explainValidate(app, here.hidden || {});
      addCommand(app, commands);
      makeRoom(app);
      app.docRegistry.addWidgetExtension('Notebook', {
        createNew: (panel, context) => {
          describePlots(panel);
          staysSaved(context);
        }
      });
      const sheet = document.createElement('style');
      sheet.textContent = style;
      document.head.append(sheet);
      if (!here.temporary) {
        return;
      }
      const { Widget } = await sharedModule('@lumino/widgets');
      app.docRegistry.addWidgetExtension('Notebook', {
        createNew: (panel, context) => notice(Widget, panel, context)
      });
    }
  });

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB['tinytorch-workbench'] = {
    init: scope => { shared = scope; },
    get: async () => {
      const { ICommandPalette } = await sharedModule('@jupyterlab/apputils');
      return () => ({ __esModule: true, default: plugin(ICommandPalette) });
    }
  };
})();
