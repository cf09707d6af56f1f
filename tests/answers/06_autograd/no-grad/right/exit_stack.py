# style: a stack of what is to do on the way out
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for one in list(parameters):
        if one.grad is not None:
            one.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    from contextlib import ExitStack

    with ExitStack() as stack:
        stack.callback(setattr, Recording, "on", Recording.on)
        setattr(Recording, "on", False)
        yield
