# misconception: A value is taken to cost 8 bytes, as in float64.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100 + 100 * 10 + 10
q2_bytes = q2_parameters * 8
