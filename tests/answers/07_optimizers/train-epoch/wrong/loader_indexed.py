# misconception: You index the loader, and it may be none with an index. Go through it with a for
#   loop.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for place in range(len(loader)):
        x, y = loader[place]
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
