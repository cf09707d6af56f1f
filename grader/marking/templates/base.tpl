{%- extends "nbgrader/base.tpl" -%}
{%- block sidebar -%}
{{ super() }}
{% include "written_link.tpl" %}
{%- endblock -%}
