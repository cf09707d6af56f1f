# misconception: That is what one picture needs. Multiply by the number of pictures.
q2_batch = 3 * 224 * 224 * 4
q2_all = 3 * 224 * 224 * 4
