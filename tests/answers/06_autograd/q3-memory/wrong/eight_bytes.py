# misconception: You count 8 bytes for each value. A float32 takes 4.
q3_gradients = 8 * 235146
q3_products = 8 * 12608
