# misconception: The bias is taken to be added to the inputs instead of the outputs.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 400
q4_ratio = q4_macs // q4_bias_additions
