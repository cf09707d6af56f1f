# misconception: You double both sizes. Only out_features is doubled.
q1_original = 512 * 128 + 128
q1_doubled = 1024 * 256 + 256
q1_original_bytes = q1_original * 4
q1_doubled_bytes = q1_doubled * 4
