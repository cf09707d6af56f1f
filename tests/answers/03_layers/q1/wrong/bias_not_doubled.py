# misconception: You leave the bias at 128 values. It has one for each output, so it doubles too.
q1_original = 512 * 128 + 128
q1_doubled = 512 * 256 + 128
q1_original_bytes = q1_original * 4
q1_doubled_bytes = q1_doubled * 4
