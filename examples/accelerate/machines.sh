# Two machines with one process each, played by one machine.

# --8<-- [start:machines]
port=$(python -c "import socket; s = socket.create_server(('', 0)); print(s.getsockname()[1])")
export ACCELERATE_USE_CPU=true
for rank in 0 1; do \
  accelerate launch --multi_gpu --num_machines 2 --machine_rank $rank --num_processes 2 \
    --main_process_ip 127.0.0.1 --main_process_port $port examples/accelerate/count.py & \
done | sort; wait
#> process 0 of 2
#> process 1 of 2
# --8<-- [end:machines]
