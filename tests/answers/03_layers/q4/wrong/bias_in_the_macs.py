# misconception: The additions of the bias are counted among the MACs.
q4_macs = 50 * 400 * 120 + 50 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_macs / q4_bias_additions
