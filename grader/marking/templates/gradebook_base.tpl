{%- extends "nbgrader/gradebook_base.tpl" -%}
{%- block sidebar -%}
{{ super() }}
{% include "written_link.tpl" %}
{%- endblock -%}
