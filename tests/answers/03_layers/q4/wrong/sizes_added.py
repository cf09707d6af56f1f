# misconception: You add the sizes. Every sample, input and output meet, so multiply.
q4_macs = 50 * (400 + 120)
q4_bias_additions = 50 * 120
q4_ratio = q4_macs / q4_bias_additions
