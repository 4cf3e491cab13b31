export const song = `The river writes a letter
one ripple at a time;
it never sends it finished,
it never stops to rhyme.

The morning reads it slowly,
the evening reads it through;
the words are all old water,
the light on them is new.

So send a line, just send a line,
I’ll keep it while I listen:
what falls in drops, what falls in rain,
the smallest letters glisten.

And nothing’s lost and nothing’s late,
each drop knows where it’s going;
and when the last one meets the sea
the river goes on flowing. 🌙`;
