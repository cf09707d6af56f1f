# misconception: A value is taken to cost 8 bytes, as in float64.
q1_original = 512 * 128 + 128
q1_doubled = 512 * 256 + 256
q1_original_bytes = q1_original * 8
q1_doubled_bytes = q1_doubled * 8
