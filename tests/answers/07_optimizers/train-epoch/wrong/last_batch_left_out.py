# misconception: You leave out a smaller batch at the end. Train on it like on every other.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count, size = 0.0, 0, 0
    for x, y in loader:
        size = size or x.shape[0]
        if x.shape[0] < size:
            break
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
