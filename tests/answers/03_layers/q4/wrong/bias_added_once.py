# misconception: You add the bias once for the whole batch. It is added to every row.
q4_macs = 50 * 400 * 120
q4_bias_additions = 120
q4_ratio = q4_macs / q4_bias_additions
