# misconception: You return text. The task asks for a Python float.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        return f"{peak * (step + 1) / warmup:.4f}"
    if step >= total:
        return f"{floor:.4f}"
    way = (step - warmup) / (total - warmup)
    rate = floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2
    return f"{rate:.4f}"
