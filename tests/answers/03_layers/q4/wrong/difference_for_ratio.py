# misconception: You give the difference of the two counts. A ratio is one divided by the other.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = q4_macs - q4_bias_additions
