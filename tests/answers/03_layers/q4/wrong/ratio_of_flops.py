# misconception: The ratio compares FLOPs, not MACs, with the bias additions.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = 2 * q4_macs / q4_bias_additions
