//! Where an element's blocks stand among those of the page.

use std::ops::Range;

use crate::page::outline::Outline;

/// Which blocks each element holds, from the first to behind the last.
#[derive(Default)]
pub struct Places {
    firsts: Vec<usize>,
    ends: Vec<usize>,
}

impl Places {
    /// Finds them.
    pub fn new(outline: &Outline) -> Self {
        let n = outline.elements.len();
        let (mut firsts, mut ends) = (vec![outline.blocks.len(); n], vec![0; n]);
        for (index, block) in outline.blocks.iter().enumerate() {
            firsts[block.element] = firsts[block.element].min(index);
            ends[block.element] = index + 1;
        }
        // Elements stand after those around them.
        for index in (1..n).rev() {
            let parent = outline.elements[index].parent;
            firsts[parent] = firsts[parent].min(firsts[index]);
            ends[parent] = ends[parent].max(ends[index]);
        }
        Places { firsts, ends }
    }

    /// Those of an element; of one without any the range is empty.
    pub fn of(&self, element: usize) -> Range<usize> {
        self.firsts[element]..self.ends[element]
    }

    /// The innermost element that holds more than this block, if the block is its first.
    pub fn headed_by(&self, outline: &Outline, block: usize) -> Option<usize> {
        let mut around = outline.ancestors(outline.blocks[block].element);
        let element = around.find(|element| self.of(*element) != (block..block + 1))?;
        (element > 0 && self.firsts[element] == block).then_some(element)
    }
}
