# misconception: The ratio is turned round: bias additions for each MAC.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_bias_additions / q4_macs
