# misconception: Those are bits. A byte has 8 of them, and a float32 takes 4 bytes.
q3_gradients = 32 * 235146
q3_products = 32 * 12608
