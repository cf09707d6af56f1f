# misconception: The bias is taken to be added once for the whole batch, not to every row.
q4_macs = 50 * 400 * 120
q4_bias_additions = 120
q4_ratio = q4_macs / q4_bias_additions
