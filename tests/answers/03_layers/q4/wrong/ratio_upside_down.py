# misconception: You divide the bias additions by the MACs. Divide the MACs by the bias additions.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_bias_additions / q4_macs
