"""One process decides to stop, and all of them stop in the same epoch."""

# --8<-- [start:early_stop]
import torch
import torch.distributed as dist

alone = {} if dist.is_torchelastic_launched() else {"store": dist.HashStore(), "rank": 0, "world_size": 1}
dist.init_process_group("gloo", **alone)
rank = dist.get_rank()
losses = [0.9, 0.5, 0.6, 0.7, 0.4]  # of the validation, which process 0 alone measures
best, bad, stop = float("inf"), 0, torch.zeros(1)
for epoch, loss in enumerate(losses):
    if rank == 0:
        bad = 0 if loss < best else bad + 1
        best = min(best, loss)
        stop.fill_(bad == 2)  # twice no better
    dist.broadcast(stop, src=0)  # from process 0 to all
    if stop.item():
        break  # outside of `if rank == 0`: all leave the loop here
last = [torch.zeros(1) for _ in range(dist.get_world_size())]
dist.all_gather(last, torch.tensor([float(epoch)]))
if rank == 0:
    print("the processes stop in epoch", [int(epoch) for epoch in last])
    #> the processes stop in epoch [3]
dist.destroy_process_group()
# --8<-- [end:early_stop]
