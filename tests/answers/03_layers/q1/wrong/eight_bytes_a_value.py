# misconception: You count 8 bytes for a value, as in float64. Ours are float32: 4 bytes.
q1_original = 512 * 128 + 128
q1_doubled = 512 * 256 + 256
q1_original_bytes = q1_original * 8
q1_doubled_bytes = q1_doubled * 8
