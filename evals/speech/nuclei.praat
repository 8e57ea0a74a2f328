# Pauses and syllable nuclei of one recording as Praat hears them: our own script of the method of N. de Jong and T. Wempe
# (2009), silences at -25 dB, 0.25 s and longer, dips of 2 dB. Prints: nuclei, seconds of speech, pauses, their mean, the longest; then each pause's start and end.
form Nuclei
  sentence file
endform
sound = Read from file: file$
intensity = To Intensity: 50, 0, "yes"
lowest = Get minimum: 0, 0, "Parabolic"
highest = Get maximum: 0, 0, "Parabolic"
loud = Get quantile: 0, 0, 0.99
threshold = max (lowest, loud - 25)
grid = To TextGrid (silences): -25 - (highest - loud), 0.25, 0.1, "silent", "sounding"

intervals = Get number of intervals: 1
speech = 0
pauses = 0
paused = 0
longest = 0
for i to intervals
  label$ = Get label of interval: 1, i
  opens = Get start time of interval: 1, i
  closes = Get end time of interval: 1, i
  if label$ = "sounding"
    speech += closes - opens
  elsif i > 1 and i < intervals
    pauses += 1
    paused += closes - opens
    longest = max (longest, closes - opens)
  endif
endfor

selectObject: sound
pitch = To Pitch (ac): 0.02, 30, 4, "no", 0.03, 0.25, 0.01, 0.35, 0.25, 450
selectObject: intensity
frames = Get number of frames
nuclei = 0
peak = 0
peakLevel = 0
dip = 1000
for i to frames
  selectObject: intensity
  level = Get value in frame: i
  if peak > 0
    if level > peakLevel
      peak = i
      peakLevel = level
    elsif level <= peakLevel - 2
      @keep
      peak = 0
      dip = level
    endif
  elsif level < dip
    dip = level
  elsif level >= dip + 2
    peak = i
    peakLevel = level
  endif
endfor
if peak > 0
  @keep
endif

procedure keep
  selectObject: intensity
  .time = Get time from frame number: peak
  selectObject: pitch
  .hertz = Get value at time: .time, "Hertz", "Linear"
  selectObject: grid
  .interval = Get interval at time: 1, .time
  .label$ = Get label of interval: 1, .interval
  if peakLevel > threshold and .hertz <> undefined and .label$ = "sounding"
    nuclei += 1
  endif
endproc

mean = if pauses > 0 then paused / pauses else 0 fi
writeInfoLine: nuclei, " ", fixed$ (speech, 3), " ", pauses, " ", fixed$ (mean, 3), " ", fixed$ (longest, 3)
selectObject: grid
for i from 2 to intervals - 1
  label$ = Get label of interval: 1, i
  if label$ = "silent"
    opens = Get start time of interval: 1, i
    closes = Get end time of interval: 1, i
    appendInfoLine: fixed$ (opens, 3), " ", fixed$ (closes, 3)
  endif
endfor
