<li role="presentation"><a href="{{ base_url }}/formgrader/written">Written answers</a></li>
