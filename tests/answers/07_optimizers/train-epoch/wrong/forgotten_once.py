# misconception: You forget the gradients once for the whole round, so they add up over the
#   batches. Call zero_grad() for each batch.
# rank: 21
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    optimizer.zero_grad()
    for x, y in loader:
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
