# misconception: You count one image. The products have a row for each of the 32.
q3_gradients = 4 * (784 * 256 + 256 + 256 * 128 + 128 + 128 * 10 + 10)
q3_products = 4 * (256 + 128 + 10)
