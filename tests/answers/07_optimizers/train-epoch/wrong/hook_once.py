# misconception: You call before_step once, after the first backward. Call it for each batch.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None and count == 0:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
