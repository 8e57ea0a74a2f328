# Silences of 0.2 s and longer as Praat hears them, by the rule of nuclei.praat but with sounds from 0.05 s on. Prints each one's start and end.
form Gaps
  sentence file
endform
sound = Read from file: file$
intensity = To Intensity: 50, 0, "yes"
highest = Get maximum: 0, 0, "Parabolic"
loud = Get quantile: 0, 0, 0.99
grid = To TextGrid (silences): -25 - (highest - loud), 0.2, 0.05, "silent", "sounding"
intervals = Get number of intervals: 1
writeInfo: ""
for i from 2 to intervals - 1
  label$ = Get label of interval: 1, i
  if label$ = "silent"
    opens = Get start time of interval: 1, i
    closes = Get end time of interval: 1, i
    appendInfoLine: fixed$ (opens, 3), " ", fixed$ (closes, 3)
  endif
endfor
