# misconception: You count the additions of the bias among the MACs. They are counted apart.
q4_macs = 50 * 400 * 120 + 50 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_macs / q4_bias_additions
