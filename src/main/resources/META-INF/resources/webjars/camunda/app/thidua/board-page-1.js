// The page of the scoring meeting's board.

import { mount } from './board-1.js';

const place = document.querySelector('#bang-diem');
mount(place, place.dataset.nam);
