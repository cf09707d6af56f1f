# style: The ratio as a float from a true division.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_macs / q4_bias_additions
