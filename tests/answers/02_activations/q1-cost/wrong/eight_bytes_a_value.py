# misconception: You count 8 bytes for a number, as in float64. Ours are float32: 4 bytes.
q1_parameters = 0
q1_output_bytes = 32 * 256 * 8
