# misconception: You do nothing where the switch is off, not even a block. Let the block run in
#   any case.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    if not Recording.on:
        return
    Recording.on = False
    try:
        yield
    finally:
        Recording.on = True
