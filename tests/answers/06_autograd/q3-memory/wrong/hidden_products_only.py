# misconception: You leave out the last product, with 10 numbers for each image.
q3_gradients = 4 * (784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10)
q3_products = 4 * 32 * (256 + 128)
