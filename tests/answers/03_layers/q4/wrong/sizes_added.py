# misconception: The sizes are added instead of multiplied.
q4_macs = 50 * (400 + 120)
q4_bias_additions = 50 * 120
q4_ratio = q4_macs / q4_bias_additions
