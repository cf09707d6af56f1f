# misconception: The difference of the two counts is given instead of their ratio.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_macs - q4_bias_additions
