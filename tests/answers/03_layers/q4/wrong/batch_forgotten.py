# misconception: The counts are those of one sample, the batch of 50 is forgotten.
q4_macs = 400 * 120
q4_bias_additions = 120
q4_ratio = q4_macs / q4_bias_additions
