# misconception: That is the first layer alone. All three layers have gradients.
q3_gradients = 4 * (784 * 256 + 256)
q3_products = 4 * 32 * (256 + 128 + 10)
