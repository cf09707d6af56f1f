{%- extends "nbgrader/manage_students_base.tpl" -%}
{%- block sidebar -%}
{{ super() }}
{% include "written_link.tpl" %}
{%- endblock -%}
