# misconception: You count a single sample. The batch has 50 of them.
q4_macs = 400 * 120
q4_bias_additions = 120
q4_ratio = q4_macs / q4_bias_additions
