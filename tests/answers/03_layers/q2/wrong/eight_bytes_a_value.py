# misconception: You count 8 bytes for a value, as in float64. Ours are float32: 4 bytes.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100 + 100 * 10 + 10
q2_bytes = q2_parameters * 8
