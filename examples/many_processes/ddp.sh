# The same script in two processes on the CPU.

# --8<-- [start:ddp]
torchrun --standalone --nproc-per-node 2 examples/many_processes/ddp.py
#> mean, process 0 of 2: past model [-4.0, -6.0], through model [-6.0, -8.0]
#> mean, process 1 of 2: past model [-8.0, -10.0], through model [-6.0, -8.0]
#> sum, process 0 of 2: past model [-8.0, -12.0], through model [-12.0, -16.0]
#> sum, process 1 of 2: past model [-16.0, -20.0], through model [-12.0, -16.0]
#> a loss in process 0 alone: [-2.0, -3.0]
#> ['module.weight'] | to save: ['weight']
# --8<-- [end:ddp]
