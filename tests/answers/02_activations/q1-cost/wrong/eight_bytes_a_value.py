# misconception: A value is taken to cost 8 bytes, as in float64.
q1_parameters = 0
q1_output_bytes = 32 * 256 * 8
