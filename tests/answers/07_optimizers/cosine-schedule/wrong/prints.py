# misconception: You print the rate and return nothing. Return it.
#| export
def cosine_schedule(step, total, warmup=0, peak=0.1, floor=0.0):
    if step < 0 or warmup < 0 or warmup >= total:
        raise ValueError("there is no such step")
    if step < warmup:
        print(peak * (step + 1) / warmup)
        return None
    if step >= total:
        print(floor)
        return None
    way = (step - warmup) / (total - warmup)
    print(floor + (peak - floor) * (1 + np.cos(np.pi * way)) / 2)
