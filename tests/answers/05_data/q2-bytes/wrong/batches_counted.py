# misconception: You count one picture for each batch. All pictures are 50,000, in whatever batches they come.
q2_batch = 64 * 3 * 224 * 224 * 4
q2_all = -(-50_000 // 64) * 3 * 224 * 224 * 4
